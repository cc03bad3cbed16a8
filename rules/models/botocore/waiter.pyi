# source: https://docs.aws.amazon.com/botocore/latest/reference/   checked: 1.43
class Waiter:
    @blocks("wait")
    def wait(self, **kwargs) -> None: ...
