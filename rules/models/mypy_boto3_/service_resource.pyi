# source: https://youtype.github.io/boto3_stubs_docs/   checked: 1.43
from boto3.resources.base import _ServiceResource

CloudFormationServiceResource = _ServiceResource
CloudWatchServiceResource = _ServiceResource
DynamoDBServiceResource = _ServiceResource
EC2ServiceResource = _ServiceResource
GlacierServiceResource = _ServiceResource
IAMServiceResource = _ServiceResource
S3ServiceResource = _ServiceResource
SNSServiceResource = _ServiceResource
SQSServiceResource = _ServiceResource
Alarm = _ServiceResource
Bucket = _ServiceResource
Group = _ServiceResource
Image = _ServiceResource
Instance = _ServiceResource
Message = _ServiceResource
Metric = _ServiceResource
MultipartUpload = _ServiceResource
Object = _ServiceResource
ObjectSummary = _ServiceResource
Policy = _ServiceResource
Queue = _ServiceResource
Role = _ServiceResource
SecurityGroup = _ServiceResource
Snapshot = _ServiceResource
Stack = _ServiceResource
Subnet = _ServiceResource
Table = _ServiceResource
Topic = _ServiceResource
User = _ServiceResource
Volume = _ServiceResource
Vpc = _ServiceResource
