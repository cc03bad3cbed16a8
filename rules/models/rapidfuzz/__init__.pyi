# source: https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html   checked: 3.14
