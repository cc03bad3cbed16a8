# source: https://sourceforge.net/p/raspberry-gpio-python/wiki/Home/   checked: 0.7
