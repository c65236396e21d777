"""The gateways, played on loopback from their documents, for the demo and the tests."""
