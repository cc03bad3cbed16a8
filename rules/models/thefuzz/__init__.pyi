# source: https://github.com/seatgeek/thefuzz   checked: 0.22
