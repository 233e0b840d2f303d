"""What a phone gets: paint, bytes and requests beside a bare page and plain Material, and Lighthouse's marks."""
