# source: https://huggingface.co/docs/huggingface_hub/package_reference/inference_client   checked: 2.0
