/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-template-notice.h"

#include <glib/gi18n.h>

struct _AjTemplateNotice
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *text;
  GtkWidget *begin_button;
  GtkWidget *catch_up_button;
};

G_DEFINE_FINAL_TYPE (AjTemplateNotice, aj_template_notice, ADW_TYPE_BIN)

static void
aj_template_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_TEMPLATE_NOTICE);
  G_OBJECT_CLASS (aj_template_notice_parent_class)->dispose (object);
}

static void
aj_template_notice_class_init (AjTemplateNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_template_notice_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-template-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, AjTemplateNotice, text);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateNotice, begin_button);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateNotice, catch_up_button);
}

static void
aj_template_notice_init (AjTemplateNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer full): NULL when there is nothing to do. */
static char *
describe (AjCycleTemplate *template, gboolean can_begin, guint n_behind)
{
  if (can_begin)
    return g_strdup (
        _ ("Begin with what is usual: a checklist with days, and the standing items of "
           "an agenda, for this and every coming meeting. All of it can be changed."));
  if (n_behind > 0)
    return g_strdup_printf (
        ngettext (
            "%u coming meeting does not have the checklist and the standing items as they are "
            "now.",
            "%u coming meetings do not have the checklist and the standing items as they are "
            "now.",
            n_behind),
        n_behind);
  if (aj_cycle_template_get_cycle (template) == NULL)
    return g_strdup (_ ("This group has no cycle yet. Once you plan one, every meeting gets a "
                        "checklist and standing items by itself."));
  return NULL;
}

void
aj_template_notice_show (AjTemplateNotice *self, AjCycleTemplate *template, gboolean is_empty)
{
  gboolean can_begin = template != NULL && is_empty &&
                       aj_cycle_template_get_cycle (template) != NULL &&
                       aj_cycle_template_get_steps (template)->len == 0 &&
                       aj_cycle_template_get_items (template)->len == 0;
  guint n_behind = template != NULL ? aj_cycle_template_count_behind (template) : 0;
  g_autofree char *text = template != NULL ? describe (template, can_begin, n_behind) : NULL;
  gboolean is_known = text != NULL && (is_empty || n_behind > 0);

  g_return_if_fail (AJ_IS_TEMPLATE_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), is_known);
  gtk_widget_set_visible (self->begin_button, can_begin);
  gtk_widget_set_visible (self->catch_up_button, n_behind > 0);
  if (is_known)
    gtk_label_set_label (self->text, text);
}
