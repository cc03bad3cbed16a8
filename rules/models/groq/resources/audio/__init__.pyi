# source: https://github.com/groq/groq-python   checked: 1.7
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
        self, *, input, model, voice, response_format=..., sample_rate=..., speed=..., extra_headers=None, **kwargs
    ) -> Any: ...

class AsyncTranscriptions:
    @reads
    async def create(
        self, *, model, file=..., language=..., prompt=..., response_format=..., temperature=...,
        timestamp_granularities=..., **kwargs
    ) -> Any: ...

class AsyncTranslations:
    @reads
    async def create(
        self, *, model, file=..., prompt=..., response_format=..., temperature=..., url=..., extra_headers=None,
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
    @blocks("network", use="groq.resources.audio.AsyncSpeech.create")
    def create(
        self, *, input, model, voice, response_format=..., sample_rate=..., speed=..., extra_headers=None, **kwargs
    ) -> Any: ...

class Transcriptions:
    @blocks("network", use="groq.resources.audio.AsyncTranscriptions.create")
    def create(
        self, *, model, file=..., language=..., prompt=..., response_format=..., temperature=...,
        timestamp_granularities=..., **kwargs
    ) -> Any: ...

class Translations:
    @blocks("network", use="groq.resources.audio.AsyncTranslations.create")
    def create(
        self, *, model, file=..., prompt=..., response_format=..., temperature=..., url=..., extra_headers=None,
        **kwargs
    ) -> Any: ...
