# source: https://eclipse.dev/paho/files/paho.mqtt.python/html/   checked: 2.1
