/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AJ_OUTPUT_FILE_ERROR (aj_output_file_error_quark ())
GQuark aj_output_file_error_quark (void);

/* Causes, each of which calls for another next step of the person at the keyboard. */
typedef enum
{
  AJ_OUTPUT_FILE_ERROR_FAILED,    /* none of the below; the message has the system's words */
  AJ_OUTPUT_FILE_ERROR_FULL,      /* the disk is full; what stood at the path still stands */
  AJ_OUTPUT_FILE_ERROR_READ_ONLY, /* the file or its folder may not be written */
  AJ_OUTPUT_FILE_ERROR_NOT_FOUND, /* the folder to write in is not there */
  AJ_OUTPUT_FILE_ERROR_NOT_FILE,  /* what stands at the path is a folder or a device */
  AJ_OUTPUT_FILE_ERROR_DATA_FILE, /* what stands at the path, or belongs there, is a database */
  AJ_OUTPUT_FILE_ERROR_EXISTS,    /* something stands at the path, and nothing was to be replaced */
} AjOutputFileErrorCode;

typedef enum
{
  AJ_OUTPUT_FILE_DEFAULT = 0,      /* the rights of any new file (0666 less the umask) */
  AJ_OUTPUT_FILE_PRIVATE = 1 << 0, /* it names people: for its owner alone (0600) */
  AJ_OUTPUT_FILE_PASSING = 1 << 1, /* it need not outlive a power cut: not brought to the disk */
  AJ_OUTPUT_FILE_NEW = 1 << 2,     /* it takes nobody's place, also of one that is made meanwhile */
} AjOutputFileFlags;

#define AJ_TYPE_OUTPUT_FILE (aj_output_file_get_type ())

/**
 * AjOutputFile:
 *
 * The one way in which the program writes a file for people: a stream into a file that is there whole
 * or not at all, and never in the place of a database, of this program or another. It is written under a
 * hidden name beside the target, brought to the disk, and renamed by the commit. Without one, what
 * stood at the path still stands and nothing else is left behind once the stream is gone. Its errors are
 * sentences of AJ_OUTPUT_FILE_ERROR. Everything here that has no other form waits for the disk; it may
 * be used from any one thread at a time.
 */
G_DECLARE_FINAL_TYPE (AjOutputFile, aj_output_file, AJ, OUTPUT_FILE, GOutputStream)

/* A link is followed: what it points to is replaced, with other rights if need be. Refuses what is a database, whatever it
 * is called, what lies beside one and belongs to it (-wal, -shm, -journal, .lock), and what is called *.aanjager and is
 * there: that may be a damaged one, and all that is left of it. */
AjOutputFile *aj_output_file_open (const char *path, AjOutputFileFlags flags, GError **error);
/* Brings it to the disk and closes it, so that of many files all can be whole before the first is in its place. Nothing may
 * be written afterwards. */
gboolean aj_output_file_settle (AjOutputFile *self, GError **error);
/* Settles it, when that was not done yet, and puts it in its place. Nothing may be written afterwards. */
gboolean aj_output_file_commit (AjOutputFile *self, GError **error);

/* All of it in one go. */
gboolean aj_output_file_write_bytes (const char *path,
                                     GBytes *bytes,
                                     AjOutputFileFlags flags,
                                     GError **error);
void aj_output_file_write_bytes_async (const char *path,
                                       GBytes *bytes,
                                       AjOutputFileFlags flags,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean aj_output_file_write_bytes_finish (GAsyncResult *result, GError **error);

G_END_DECLS
