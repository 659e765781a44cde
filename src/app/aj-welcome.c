/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-welcome.h"

struct _AjWelcome
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *example_button;
};

G_DEFINE_FINAL_TYPE (AjWelcome, aj_welcome, ADW_TYPE_BIN)

static gboolean
aj_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AJ_WELCOME (widget)->example_button);
}

static void
aj_welcome_class_init (AjWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = aj_welcome_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/veiligheidsnetwerkon/Aanjager/aj-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, AjWelcome, example_button);
}

static void
aj_welcome_init (AjWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
