# source: https://tqdm.github.io/docs/contrib.concurrent/   checked: 4.70
