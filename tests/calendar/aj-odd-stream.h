/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream that throws away what it gets, says how it went, and breaks when it is told to. */
#define AJ_TYPE_ODD_STREAM (aj_odd_stream_get_type ())
G_DECLARE_FINAL_TYPE (AjOddStream, aj_odd_stream, AJ, ODD_STREAM, GOutputStream)

/* Takes @room bytes, at most @step at a time (0: all), and then says that the disk is full. */
AjOddStream *aj_odd_stream_new (gsize room, gsize step);
gsize aj_odd_stream_get_written (AjOddStream *self);
/* The most bytes of the heap that were in use at any write. */
gsize aj_odd_stream_get_peak (AjOddStream *self);

G_END_DECLS
