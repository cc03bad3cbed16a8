# source: https://huggingface.co/docs/huggingface_hub/package_reference/inference_client   checked: 2.0
from typing import Any

class AsyncInferenceClient:
    def __init__(
        self, model=None, *, provider=None, token=None, timeout=None, headers=None, cookies=None, bill_to=None, **kwargs
    ) -> None: ...
    @reads
    async def audio_classification(self, audio, *, model=None, top_k=None, function_to_apply=None) -> Any: ...
    @reads
    async def automatic_speech_recognition(self, audio, *, model=None, extra_body=None) -> Any: ...
    @reads
    async def chat_completion(
        self, messages, *, model=None, stream=False, frequency_penalty=None, logit_bias=None, logprobs=None,
        max_tokens=None, **kwargs
    ) -> Any: ...
    @mutates
    async def close(self) -> None: ...
    @reads
    async def feature_extraction(
        self, text, *, normalize=None, prompt_name=None, truncate=None, truncation_direction=None, dimensions=None,
        encoding_format=None, **kwargs
    ) -> Any: ...
    @reads
    async def fill_mask(self, text, *, model=None, targets=None, top_k=None) -> Any: ...
    @reads
    async def image_classification(self, image, *, model=None, function_to_apply=None, top_k=None) -> Any: ...
    @reads
    async def image_to_text(self, image, *, model=None) -> Any: ...
    @reads
    async def object_detection(self, image, *, model=None, threshold=None) -> Any: ...
    @reads
    async def question_answering(
        self, question, context, *, model=None, align_to_words=None, doc_stride=None, handle_impossible_answer=None,
        max_answer_len=None, **kwargs
    ) -> Any: ...
    @reads
    async def sentence_similarity(self, sentence, other_sentences, *, model=None) -> Any: ...
    @reads
    async def summarization(
        self, text, *, model=None, clean_up_tokenization_spaces=None, generate_parameters=None, truncation=None
    ) -> Any: ...
    @reads
    async def text_classification(self, text, *, model=None, top_k=None, function_to_apply=None) -> Any: ...
    @reads
    async def text_generation(
        self, prompt, *, details=None, stream=None, model=None, adapter_id=None, best_of=None,
        decoder_input_details=None, **kwargs
    ) -> Any: ...
    @reads
    async def text_to_image(
        self, prompt, *, negative_prompt=None, height=None, width=None, num_inference_steps=None, guidance_scale=None,
        model=None, **kwargs
    ) -> Any: ...
    @reads
    async def text_to_speech(
        self, text, *, model=None, do_sample=None, early_stopping=None, epsilon_cutoff=None, eta_cutoff=None,
        max_length=None, **kwargs
    ) -> Any: ...
    @reads
    async def token_classification(
        self, text, *, model=None, aggregation_strategy=None, ignore_labels=None, stride=None
    ) -> Any: ...
    @reads
    async def translation(
        self, text, *, model=None, src_lang=None, tgt_lang=None, clean_up_tokenization_spaces=None, truncation=None,
        generate_parameters=None
    ) -> Any: ...
    @reads
    async def visual_question_answering(self, image, question, *, model=None, top_k=None) -> Any: ...
    @reads
    async def zero_shot_classification(
        self, text, candidate_labels, *, multi_label=False, hypothesis_template=None, model=None
    ) -> Any: ...
