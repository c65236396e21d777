"""Windows, panes, dialogs and Qt models. They translate and show; they decide nothing."""
