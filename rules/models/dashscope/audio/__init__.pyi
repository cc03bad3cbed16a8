# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
