# source: https://docs.aws.amazon.com/boto3/latest/reference/core   checked: 1.43
