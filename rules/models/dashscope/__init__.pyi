# source: https://help.aliyun.com/zh/model-studio/install-sdk   checked: 1.26
from .aigc.generation import AioGeneration, Generation
from .aigc.image_synthesis import ImageSynthesis
from .aigc.multimodal_conversation import AioMultiModalConversation, MultiModalConversation
from .aigc.video_synthesis import VideoSynthesis
from .app.application import Application
from .embeddings.multimodal_embedding import AioMultiModalEmbedding, MultiModalEmbedding
from .embeddings.text_embedding import TextEmbedding
from .rerank.text_rerank import AioTextReRank, TextReRank
