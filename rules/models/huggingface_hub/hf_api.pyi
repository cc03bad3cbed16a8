# source: https://huggingface.co/docs/huggingface_hub/package_reference/hf_api   checked: 2.0
from typing import Any

class HfApi:
    def __init__(
        self, endpoint=None, token=None, library_name=None, library_version=None, user_agent=None, headers=None
    ) -> None: ...
    @blocks("network")
    def create_branch(self, repo_id, *, branch, revision=None, token=None, repo_type=None, exist_ok=False) -> Any: ...
    @blocks("network")
    def create_commit(
        self, repo_id, operations, *, commit_message, commit_description=None, token=None, repo_type=None,
        revision=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def create_repo(
        self, repo_id, *, token=None, private=None, visibility=None, repo_type=None, exist_ok=False,
        resource_group_id=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def create_tag(
        self, repo_id, *, tag, tag_message=None, revision=None, token=None, repo_type=None, exist_ok=False
    ) -> Any: ...
    @blocks("network")
    def dataset_info(
        self, repo_id, *, revision=None, timeout=None, files_metadata=False, expand=None, token=None
    ) -> Any: ...
    @blocks("network")
    def delete_file(
        self, path_in_repo, repo_id, *, token=None, repo_type=None, revision=None, commit_message=None,
        commit_description=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def delete_folder(
        self, path_in_repo, repo_id, *, token=None, repo_type=None, revision=None, commit_message=None,
        commit_description=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def delete_repo(self, repo_id, *, token=None, repo_type=None, missing_ok=False) -> Any: ...
    @blocks("network")
    def duplicate_repo(
        self, from_id, to_id=None, *, repo_type=None, private=None, visibility=None, token=None, exist_ok=False,
        **kwargs
    ) -> Any: ...
    @blocks("network")
    def file_exists(self, repo_id, filename, *, repo_type=None, revision=None, token=None) -> Any: ...
    @blocks("network")
    def get_paths_info(self, repo_id, paths, *, expand=False, revision=None, repo_type=None, token=None) -> Any: ...
    @blocks("network")
    def hf_hub_download(
        self, repo_id, filename, *, subfolder=None, repo_type=None, revision=None, cache_dir=None, local_dir=None,
        **kwargs
    ) -> str: ...
    @blocks("network")
    def list_datasets(
        self, *, filter=None, author=None, benchmark=None, dataset_name=None, gated=None, language_creators=None,
        language=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def list_models(
        self, *, filter=None, author=None, apps=None, gated=None, inference=None, inference_provider=None,
        trained_dataset=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def list_repo_commits(self, repo_id, *, repo_type=None, token=None, revision=None, formatted=False) -> Any: ...
    @blocks("network")
    def list_repo_files(self, repo_id, *, revision=None, repo_type=None, token=None) -> Any: ...
    @blocks("network")
    def list_repo_refs(self, repo_id, *, repo_type=None, include_pull_requests=False, token=None) -> Any: ...
    @blocks("network")
    def list_repo_tree(
        self, repo_id, path_in_repo=None, *, recursive=False, expand=False, revision=None, repo_type=None, token=None
    ) -> Any: ...
    @blocks("network")
    def list_spaces(
        self, *, filter=None, author=None, search=None, datasets=None, models=None, linked=False, sort=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def model_info(
        self, repo_id, *, revision=None, timeout=None, securityStatus=None, files_metadata=False, expand=None,
        token=None
    ) -> Any: ...
    @blocks("network")
    def move_repo(self, from_id, to_id, *, repo_type=None, token=None) -> Any: ...
    @blocks("network")
    def preupload_lfs_files(
        self, repo_id, additions, *, token=None, repo_type=None, revision=None, create_pr=None, num_threads=5, **kwargs
    ) -> Any: ...
    @blocks("network")
    def repo_exists(self, repo_id, *, repo_type=None, token=None) -> Any: ...
    @blocks("network")
    def repo_info(
        self, repo_id, *, revision=None, repo_type=None, timeout=None, files_metadata=False, expand=None, token=None
    ) -> Any: ...
    @blocks("network")
    def revision_exists(self, repo_id, revision, *, repo_type=None, token=None) -> Any: ...
    @blocks("network")
    def snapshot_download(
        self, repo_id, *, repo_type=None, revision=None, cache_dir=None, local_dir=None, etag_timeout=10,
        force_download=False, **kwargs
    ) -> str: ...
    @blocks("network")
    def space_info(
        self, repo_id, *, revision=None, timeout=None, files_metadata=False, expand=None, token=None
    ) -> Any: ...
    @blocks("network")
    def update_repo_settings(
        self, repo_id, *, gated=None, private=None, visibility=None, token=None, repo_type=None
    ) -> Any: ...
    @blocks("network")
    def upload_file(
        self, *, path_or_fileobj, path_in_repo, repo_id, token=None, repo_type=None, revision=None, commit_message=None,
        **kwargs
    ) -> Any: ...
    @blocks("network")
    def upload_folder(
        self, *, repo_id, folder_path, path_in_repo=None, commit_message=None, commit_description=None, token=None,
        repo_type=None, **kwargs
    ) -> Any: ...
    @blocks("network")
    def whoami(self, token=None, *, cache=False) -> Any: ...
