/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-odd-stream.h"

#include <malloc.h>

struct _AjOddStream
{
  GOutputStream parent_instance;
  gsize room;
  gsize step;
  gsize written;
  gsize peak;
};

G_DEFINE_FINAL_TYPE (AjOddStream, aj_odd_stream, G_TYPE_OUTPUT_STREAM)

static gssize
aj_odd_stream_write (GOutputStream *stream,
                     const void *buffer,
                     gsize count,
                     GCancellable *cancellable,
                     GError **error)
{
  AjOddStream *self = AJ_ODD_STREAM (stream);
  struct mallinfo2 heap = mallinfo2 ();

  self->peak = MAX (self->peak, heap.uordblks + heap.hblkhd);
  if (self->written == self->room)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No space left on device");
      return -1;
    }
  count = MIN (count, self->room - self->written);
  if (self->step > 0)
    count = MIN (count, self->step);
  self->written += count;
  return (gssize) count;
}

static void
aj_odd_stream_class_init (AjOddStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = aj_odd_stream_write;
}

static void
aj_odd_stream_init (AjOddStream *self)
{
}

AjOddStream *
aj_odd_stream_new (gsize room, gsize step)
{
  AjOddStream *self = g_object_new (AJ_TYPE_ODD_STREAM, NULL);

  self->room = room;
  self->step = step;
  return self;
}

gsize
aj_odd_stream_get_written (AjOddStream *self)
{
  return self->written;
}

gsize
aj_odd_stream_get_peak (AjOddStream *self)
{
  return self->peak;
}
