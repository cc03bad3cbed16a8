# source: https://github.com/NaturalHistoryMuseum/pyzbar   checked: 0.1.9
