"""What both installers write into the registry, and what setup.exe takes away again."""

from __future__ import annotations

from pathlib import Path

from resources.installer import nsis
from resources.installer.registration import KEY, OPTIONS, VALUES, Part, own_keys


def test_a_pdf_keeps_its_program() -> None:
    classes = [value for value in VALUES if ".pdf" in value.key]
    assert classes
    for value in classes:
        assert value.part is Part.PDFVERB
        assert value.key.startswith(r"Software\Classes\SystemFileAssociations\.pdf\shell\TacNghiep.Sign")


def test_commands_are_quoted() -> None:
    commands = [value.content for value in VALUES if value.key.endswith("command")]
    assert commands == ['"{folder}tacnghiep.exe" "%1"', '"{folder}tacnghiep.exe" sign "%1"']


def test_every_key_is_emptied_before_those_above_it() -> None:
    keys = own_keys()
    assert {value.key for value in VALUES if "tacnghiep" in value.key.lower()} <= set(keys)
    for at, key in enumerate(keys):
        assert not any(other.startswith(key + "\\") for other in keys[at + 1 :])
    # Shared ones stay.
    assert not {r"Software\Classes", r"Software\Policies", r"Software\RegisteredApplications"} & set(keys)
    assert not [key for key in keys if key.endswith(r"\Run")]


def test_setup_takes_away_all_it_writes() -> None:
    text = nsis.registry_macros("0.2.0", "0.2.0+test")
    removed = text.split("!macro UNREGISTER")[1].split("!macroend")[0]
    for value in VALUES:
        assert f'DeleteRegValue HKLM "{value.key}" "{value.name}"' in removed
    for option in OPTIONS:
        assert f'"{option.key}" "{option.value}"' in removed
    assert f'WriteRegStr HKLM "{KEY}" "Version" \'0.2.0\'' in text
    assert f'WriteRegStr HKLM "{KEY}" "Build" \'0.2.0+test\'' in text


def test_files_are_named_one_by_one_in_one_order() -> None:
    listed = [Path("a.txt"), Path("Lib/b$.txt"), Path("Lib/c/d.txt")]
    removing = nsis.removing(listed)
    assert 'Delete "$INSTDIR\\Lib\\b$$.txt"' in removing
    assert removing.index('RMDir "$INSTDIR\\Lib\\c"') < removing.index('RMDir "$INSTDIR\\Lib"\n')
    assert '$INSTDIR"' not in removing
