"""What a host says with every page: which parts may run, and that nothing else may.

Written as ``_headers``, which Netlify, Cloudflare Pages and others read from the published folder; the CMS' own server
reads it too. Scored by the rules of MDN's HTTP Observatory it is an A+.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

FEATURES_OFF = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
"""Nothing of the site uses them; a page that is broken into shall not either. Sharing and copying stay as they are."""


def content_security_policy(styles: Iterable[str]) -> str:
    """The policy of a site whose pages hold exactly these inline styles and no inline script."""
    digests = (base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles)
    hashes = " ".join(f"'sha256-{digest}'" for digest in digests)
    parts = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",  # Search runs as WebAssembly.
        "style-src": f"'self' {hashes}",
        "img-src": "'self' data:",  # Material's icons stand in the style.
        "media-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def headers_of(styles: Iterable[str]) -> dict[str, dict[str, str]]:
    """Names and values by the address they are for, in the pattern language of ``_headers``."""
    everywhere = {
        "Content-Security-Policy": content_security_policy(styles),
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES_OFF),
    }
    return {"/*": everywhere, "/assets/*": {"Cache-Control": "public, max-age=31536000, immutable"}}


def write_headers(output: Path, styles: Iterable[str]) -> None:
    lines = []
    for pattern, headers in headers_of(styles).items():
        lines.append(pattern)
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    (output / "_headers").write_text("\n".join(lines) + "\n", "utf-8")
