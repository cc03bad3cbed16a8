# source: https://github.com/seatgeek/fuzzywuzzy   checked: 0.18
