# source: https://pymodbus.readthedocs.io/en/stable/source/client.html   checked: 3.15
from .base import ModbusBaseClient, ModbusBaseSyncClient
from .serial import AsyncModbusSerialClient, ModbusSerialClient
from .tcp import AsyncModbusTcpClient, ModbusTcpClient
from .tls import AsyncModbusTlsClient, ModbusTlsClient
from .udp import AsyncModbusUdpClient, ModbusUdpClient
