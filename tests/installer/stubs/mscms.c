/* wine 8's mscms.dll ends the program that asks it for a screen's colours: this one has no answer, which Qt accepts. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved)
{
    (void)self, (void)reason, (void)reserved;
    return TRUE;
}
