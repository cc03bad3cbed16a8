# source: https://huggingface.co/docs/huggingface_hub/package_reference/hf_api   checked: 2.0
from typing import Any
from .hf_api import HfApi
from .hf_file_system import HfFileSystem
from .inference._client import InferenceClient
from .inference._generated._async_client import AsyncInferenceClient

@blocks("network")
def create_branch(repo_id, *, branch, revision=None, token=None, repo_type=None, exist_ok=False) -> Any: ...

@blocks("network")
def create_commit(
    repo_id, operations, *, commit_message, commit_description=None, token=None, repo_type=None, revision=None,
    create_pr=None, **kwargs
) -> Any: ...

@blocks("network")
def create_repo(
    repo_id, *, token=None, private=None, visibility=None, repo_type=None, exist_ok=False, resource_group_id=None,
    region=None, **kwargs
) -> Any: ...

@blocks("network")
def create_tag(repo_id, *, tag, tag_message=None, revision=None, token=None, repo_type=None, exist_ok=False) -> Any: ...

@blocks("network")
def dataset_info(repo_id, *, revision=None, timeout=None, files_metadata=False, expand=None, token=None) -> Any: ...

@blocks("network")
def delete_file(
    path_in_repo, repo_id, *, token=None, repo_type=None, revision=None, commit_message=None, commit_description=None,
    create_pr=None, **kwargs
) -> Any: ...

@blocks("network")
def delete_folder(
    path_in_repo, repo_id, *, token=None, repo_type=None, revision=None, commit_message=None, commit_description=None,
    create_pr=None, **kwargs
) -> Any: ...

@blocks("network")
def delete_repo(repo_id, *, token=None, repo_type=None, missing_ok=False) -> Any: ...

@blocks("network")
def duplicate_repo(
    from_id, to_id=None, *, repo_type=None, private=None, visibility=None, token=None, exist_ok=False,
    space_hardware=None, **kwargs
) -> Any: ...

@blocks("network")
def file_exists(repo_id, filename, *, repo_type=None, revision=None, token=None) -> Any: ...

@blocks("network")
def get_paths_info(repo_id, paths, *, expand=False, revision=None, repo_type=None, token=None) -> Any: ...

@blocks("file", cost="micro")
def get_token() -> str | None: ...

@blocks("network")
def hf_hub_download(
    repo_id, filename, *, subfolder=None, repo_type=None, revision=None, library_name=None, library_version=None,
    cache_dir=None, **kwargs
) -> str: ...

def hf_hub_url(repo_id, filename, *, subfolder=None, repo_type=None, revision=None, endpoint=None) -> str: ...

@blocks("network")
def list_datasets(
    *, filter=None, author=None, benchmark=None, dataset_name=None, gated=None, language_creators=None, language=None,
    multilinguality=None, **kwargs
) -> Any: ...

@blocks("network")
def list_models(
    *, filter=None, author=None, apps=None, gated=None, inference=None, inference_provider=None, trained_dataset=None,
    search=None, **kwargs
) -> Any: ...

@blocks("network")
def list_repo_commits(repo_id, *, repo_type=None, token=None, revision=None, formatted=False) -> Any: ...

@blocks("network")
def list_repo_files(repo_id, *, revision=None, repo_type=None, token=None) -> Any: ...

@blocks("network")
def list_repo_refs(repo_id, *, repo_type=None, include_pull_requests=False, token=None) -> Any: ...

@blocks("network")
def list_repo_tree(
    repo_id, path_in_repo=None, *, recursive=False, expand=False, revision=None, repo_type=None, token=None
) -> Any: ...

@blocks("network")
def list_spaces(
    *, filter=None, author=None, search=None, datasets=None, models=None, linked=False, sort=None, limit=None, **kwargs
) -> Any: ...

@blocks("network")
def login(token=None, *, add_to_git_credential=False, skip_if_logged_in=True) -> None: ...

@blocks("network")
def model_info(
    repo_id, *, revision=None, timeout=None, securityStatus=None, files_metadata=False, expand=None, token=None
) -> Any: ...

@blocks("network")
def move_repo(from_id, to_id, *, repo_type=None, token=None) -> Any: ...

@blocks("network")
def preupload_lfs_files(
    repo_id, additions, *, token=None, repo_type=None, revision=None, create_pr=None, num_threads=5, free_memory=True,
    **kwargs
) -> Any: ...

@blocks("network")
def repo_exists(repo_id, *, repo_type=None, token=None) -> Any: ...

@blocks("network")
def repo_info(
    repo_id, *, revision=None, repo_type=None, timeout=None, files_metadata=False, expand=None, token=None
) -> Any: ...

@blocks("network")
def revision_exists(repo_id, revision, *, repo_type=None, token=None) -> Any: ...

@blocks("network")
def snapshot_download(
    repo_id, *, repo_type=None, revision=None, cache_dir=None, local_dir=None, library_name=None, library_version=None,
    user_agent=None, **kwargs
) -> str: ...

@blocks("network")
def space_info(repo_id, *, revision=None, timeout=None, files_metadata=False, expand=None, token=None) -> Any: ...

@blocks("file", cost="micro")
def try_to_load_from_cache(repo_id, filename, cache_dir=None, revision=None, repo_type=None) -> Any: ...

@blocks("network")
def update_repo_settings(repo_id, *, gated=None, private=None, visibility=None, token=None, repo_type=None) -> Any: ...

@blocks("network")
def upload_file(
    *, path_or_fileobj, path_in_repo, repo_id, token=None, repo_type=None, revision=None, commit_message=None,
    commit_description=None, **kwargs
) -> Any: ...

@blocks("network")
def upload_folder(
    *, repo_id, folder_path, path_in_repo=None, commit_message=None, commit_description=None, token=None,
    repo_type=None, revision=None, **kwargs
) -> Any: ...

@blocks("network")
def whoami(token=None, *, cache=False) -> Any: ...
