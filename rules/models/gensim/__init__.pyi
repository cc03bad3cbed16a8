# source: https://radimrehurek.com/gensim/downloader.html   checked: 4.3
