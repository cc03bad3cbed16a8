# source: https://github.com/vmware/pyvmomi   checked: 8.0
