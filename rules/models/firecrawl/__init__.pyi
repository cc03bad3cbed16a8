# source: https://docs.firecrawl.dev/sdks/python   checked: 4.3
from .client import AsyncFirecrawl, AsyncFirecrawlApp, Firecrawl, FirecrawlApp
