# source: https://milvus.io/api-reference/pymilvus/v2.6.x/ORM/Collection/Collection.md   checked: 3.0
