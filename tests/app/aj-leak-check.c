/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLib keeps its quarks in a table that it gives up for a larger one at every 2048th, and cannot free: another thread
 * may be reading it ("we leak the old quarks array", gquark.c). A program with many types comes past that, and
 * LeakSanitizer then finds what GLib allocated while it was loaded. So what the libraries allocate before the first
 * line of the program runs does not count as a leak. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

static void
begin_loading (int argc, char **argv, char **environment)
{
  (void) argc;
  (void) argv;
  (void) environment;
  __lsan_disable ();
}

typedef void (*AjBeforeLibraries) (int, char **, char **);

/* Only what stands here is run before the libraries are initialised. */
__attribute__ ((section (".preinit_array"),
                used)) static const AjBeforeLibraries before_libraries = begin_loading;

__attribute__ ((constructor)) static void
end_loading (void)
{
  __lsan_enable ();
}
#else
typedef int AjNoLeakCheck;
#endif
