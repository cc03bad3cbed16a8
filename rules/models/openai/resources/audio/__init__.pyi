# source: https://github.com/openai/openai-python   checked: 3.22
from typing import Any

class AsyncAudio:
    @property
    def speech(self) -> AsyncSpeech: ...
    @property
    def transcriptions(self) -> AsyncTranscriptions: ...
    @property
    def translations(self) -> AsyncTranslations: ...

class AsyncSpeech:
    @reads
    async def create(
        self, *, input, model, voice, instructions=..., response_format=..., speed=..., stream_format=..., **kwargs
    ) -> Any: ...

class AsyncTranscriptions:
    @reads
    async def create(
        self, *, file, model, chunking_strategy=..., include=..., keywords=..., known_speaker_names=...,
        known_speaker_references=..., **kwargs
    ) -> Any: ...

class AsyncTranslations:
    @reads
    async def create(
        self, *, file, model, prompt=..., response_format=..., temperature=..., extra_headers=None, extra_query=None,
        **kwargs
    ) -> Any: ...

class Audio:
    @property
    def speech(self) -> Speech: ...
    @property
    def transcriptions(self) -> Transcriptions: ...
    @property
    def translations(self) -> Translations: ...

class Speech:
    @blocks("network", use="openai.resources.audio.AsyncSpeech.create")
    def create(
        self, *, input, model, voice, instructions=..., response_format=..., speed=..., stream_format=..., **kwargs
    ) -> Any: ...

class Transcriptions:
    @blocks("network", use="openai.resources.audio.AsyncTranscriptions.create")
    def create(
        self, *, file, model, chunking_strategy=..., include=..., keywords=..., known_speaker_names=...,
        known_speaker_references=..., **kwargs
    ) -> Any: ...

class Translations:
    @blocks("network", use="openai.resources.audio.AsyncTranslations.create")
    def create(
        self, *, file, model, prompt=..., response_format=..., temperature=..., extra_headers=None, extra_query=None,
        **kwargs
    ) -> Any: ...
