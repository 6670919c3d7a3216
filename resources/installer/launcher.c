/* tacnghiep.exe (a window) and tacnghiep.com (the same for a terminal): hands its arguments to the Python beside it.

   "-m" first means a process of the program's own, which names its module; else the program itself is meant. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

typedef int (*PythonMain)(int, wchar_t **);

static int fail(const wchar_t *library)
{
    wchar_t text[1024];
    _snwprintf(text, 1023, L"Không nạp được %ls (lỗi %lu của Windows).\n\n"
               L"Bản cài đặt Tác nghiệp bị hỏng: hãy chạy lại bộ cài đặt. Dữ liệu của bạn còn nguyên.",
               library, GetLastError());
    text[1023] = 0;
#ifdef TERMINAL
    DWORD written;
    HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(error, text, (DWORD)wcslen(text), &written, NULL)) {
        /* A file or a pipe. */
        char bytes[4096];
        int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1)
            WriteFile(error, bytes, (DWORD)length - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Tác nghiệp", MB_OK | MB_ICONERROR);
#endif
    return 70;
}

static int run(int count, wchar_t **given)
{
    static wchar_t path[32768];
    DWORD length = GetModuleFileNameW(NULL, path, 32768);
    wchar_t *name = length ? wcsrchr(path, L'\\') : NULL;
    if (!name || name - path > 32700)
        return fail(L"python" PYTHON L".dll");
    wcscpy(name + 1, L"python" PYTHON L".dll");
    /* Nothing is loaded from the folder that the program happens to be started in; a token's driver still finds what
       lies beside itself, in System32 and on the path. */
    SetDllDirectoryW(L"");
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    PythonMain start = python ? (PythonMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!start)
        return fail(name + 1);
    int own = count > 1 && wcscmp(given[1], L"-m") == 0;
    wchar_t **arguments = calloc((size_t)count + 4, sizeof *arguments);
    if (!arguments)
        return fail(name + 1);
    int at = 0;
    arguments[at++] = given[0];
    arguments[at++] = L"-I";
    if (!own) {
        arguments[at++] = L"-m";
        arguments[at++] = L"desktop";
    }
    for (int i = 1; i < count; i++)
        arguments[at++] = given[i];
    return start(at, arguments);
}

#ifdef TERMINAL
int wmain(int count, wchar_t **arguments)
{
    return run(count, arguments);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return run(__argc, __wargv);
}
#endif
