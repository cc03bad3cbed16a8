# source: https://scikit-image.org/docs/stable/api/skimage.color.html   checked: 0.25
