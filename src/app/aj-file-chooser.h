/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The platform's file dialog, behind one thin place (what newer GTK replaces). */

typedef enum
{
  AJ_FILE_CHOOSER_DATA,     /* *.aanjager, and forms, which open as well */
  AJ_FILE_CHOOSER_NEW_DATA, /* one that takes nobody's place, which whoever asks sees to */
  AJ_FILE_CHOOSER_CALENDAR, /* *.ics */
  AJ_FILE_CHOOSER_CSV,      /* *.csv */
  AJ_FILE_CHOOSER_CARDS,    /* *.vcf */
  AJ_FILE_CHOOSER_PEOPLE,   /* either */
  AJ_FILE_CHOOSER_PICTURE,  /* *.pdf, *.png, *.svg */
  AJ_FILE_CHOOSER_PDF,      /* *.pdf */
  AJ_FILE_CHOOSER_ANSWERS,  /* *.ics, *.eml, *.msg */
  AJ_FILE_CHOOSER_HTML,     /* *.html */
  AJ_FILE_CHOOSER_FORMS,    /* *.xlsx, *.ods, *.csv, *.aanjager-form */
  AJ_FILE_CHOOSER_FORM,     /* *.aanjager-form */
  AJ_FILE_CHOOSER_ANY,
} AjFileChooserKind;

/* Called once: with the path, or with NULL when the person cancelled or
 * chose a place that is not a file of this computer or of a mounted drive, which is told. */
typedef void (*AjFileChosen) (GtkWindow *parent, const char *path, gpointer user_data);

/* The same of several files; those of them that are no files of this computer are told. */
typedef void (*AjFilesChosen) (GtkWindow *parent, const char *const *paths, gpointer user_data);

void aj_file_chooser_open (GtkWindow *parent,
                           const char *title,
                           AjFileChooserKind kind,
                           AjFileChosen chosen,
                           gpointer user_data);
void aj_file_chooser_open_many (GtkWindow *parent,
                                const char *title,
                                AjFileChooserKind kind,
                                AjFilesChosen chosen,
                                gpointer user_data);
/* Proposes @name, and gives what the person wrote the ending of the kind when it has none; asks before an existing file is
 * replaced. */
void aj_file_chooser_save (GtkWindow *parent,
                           const char *title,
                           AjFileChooserKind kind,
                           const char *name,
                           AjFileChosen chosen,
                           gpointer user_data);
/* A folder to write in, which may be new. */
void aj_file_chooser_folder (GtkWindow *parent,
                             const char *title,
                             AjFileChosen chosen,
                             gpointer user_data);

/* (transfer full): @path, with the first ending of the kind when it has none of them. */
char *aj_file_chooser_complete (AjFileChooserKind kind, const char *path);

G_END_DECLS
