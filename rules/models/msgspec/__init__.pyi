# source: https://jcristharif.com/msgspec/api.html   checked: 0.20
