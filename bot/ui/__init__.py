"""What members see: values in, components out."""
