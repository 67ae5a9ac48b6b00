"""Our own API, spoken between the product and its sidecar."""
