# source: https://docs.lextudio.com/pysnmp/v7.1/ https://github.com/etingof/pysnmp/tree/v4.4.9/docs   checked: 7.1
# The names of 4.4 to 6.2, and those of 7.
from typing import Any
from .v3arch.asyncio import (
    Udp6TransportTarget, UdpTransportTarget, bulk_cmd, bulk_walk_cmd, get_cmd, next_cmd, send_notification, set_cmd, walk_cmd
)

@reads
async def bulkCmd(
    snmpEngine, authData, transportTarget, contextData, nonRepeaters, maxRepetitions, *varBinds, **options
) -> Any: ...
@reads
async def getCmd(snmpEngine, authData, transportTarget, contextData, *varBinds, **options) -> Any: ...
@reads
async def nextCmd(snmpEngine, authData, transportTarget, contextData, *varBinds, **options) -> Any: ...
@mutates
async def sendNotification(snmpEngine, authData, transportTarget, contextData, notifyType, *varBinds, **options) -> Any: ...
@mutates
async def setCmd(snmpEngine, authData, transportTarget, contextData, *varBinds, **options) -> Any: ...
