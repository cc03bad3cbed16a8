# source: https://docs.h5py.org/en/stable/   checked: 3.16
