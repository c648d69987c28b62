"""From what many reports tell to what happened: linking event mentions into incidents, and reconciling the accounts."""
