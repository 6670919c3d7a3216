"""The scheduled task's definition, as Task Scheduler reads it (schema 1.2). Pure.

It runs as SYSTEM, every hour of the day within a random part of that hour, and ends itself when there is nothing to do.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

_XML = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>Tac nghiep</Author>
    <Description>Installs updates of Tac nghiep that the office has signed, while the program is closed.</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <Repetition>
        <Interval>PT1H</Interval>
        <Duration>P1D</Duration>
      </Repetition>
      <StartBoundary>2026-01-01T00:05:00</StartBoundary>
      <RandomDelay>PT50M</RandomDelay>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
    <BootTrigger>
      <Delay>PT10M</Delay>
    </BootTrigger>
  </Triggers>
  <Principals>
    <Principal id="System">
      <UserId>S-1-5-18</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>true</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>
    <Priority>7</Priority>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="System">
    <Exec>
      <Command>@PROGRAM@</Command>
      <Arguments>updates --install</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def definition(program: str) -> str:
    """The task that runs the console program at that path."""
    # A path with blanks is one program only between quotes.
    return _XML.replace("@PROGRAM@", escape(f'"{program}"'))
