"""Sign-in: attempts, second factor, cookies, content security policy."""

from __future__ import annotations

import os
from datetime import timedelta

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from cms.config.settings import base
from cms.config.settings.env import PRODUCTION, flag

INSTALLED_APPS = [
    *("cms.accounts.apps.WagtailUsersConfig" if app == "wagtail.users" else app for app in base.INSTALLED_APPS),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django.contrib.humanize",  # allauth's pages of keys say how long ago a key was used.
]

_security, *_others = base.MIDDLEWARE
MIDDLEWARE = [
    _security,
    "cms.accounts.content_security.ContentSecurityMiddleware",
    *_others,
    "cms.accounts.admin_language.AdminLanguageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.accounts.required_steps.RequiredStepsMiddleware",
    "axes.middleware.AxesMiddleware",  # Last, as axes asks: it turns a locked sign-in into the page that says so.
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # First: a locked-out attempt is never checked at all.
    "cms.accounts.backend.PeopleBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

# Wagtail asks here for its sign-in; its own forms for passwords are closed.
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False

ACCOUNT_ADAPTER = "cms.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "cms.accounts.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # An administrator writes the addresses; nobody signs up.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Mentor Toolbox: "
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}  # For codes; passwords are counted by axes.

MFA_ADAPTER = "cms.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {"add_webauthn": "cms.accounts.forms.AddKeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "cms.accounts.attempts.tried_username"
AXES_CLIENT_IP_CALLABLE = "cms.accounts.attempts.client_address"
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # The time the page tells is the time to wait.
AXES_SENSITIVE_PARAMETERS = ["login", "username", "ip_address"]  # People type passwords into the wrong field.
AXES_ENABLE_ADMIN = False

# Headers that say who a proxy speaks for are believed only as far as there are proxies.
try:
    PROXIES = int(os.environ.get("TOOLBOX_PROXIES", "0"))
except ValueError as error:
    raise ImproperlyConfigured("TOOLBOX_PROXIES is the number of proxies in front of the CMS: 0, 1 …") from error
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/cms/"  # Readers of the site never get a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # Django's default is a cookie at /.
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = flag("TOOLBOX_SSL_REDIRECT", PRODUCTION)
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0

# The policy of /cms/. Wagtail's admin is eased in ``cms.accounts.content_security``; the site at / brings its own.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],  # A QR code, and images being uploaded.
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF, "blob:"],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    },
}

EMAIL_HOST = os.environ.get("TOOLBOX_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("TOOLBOX_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("TOOLBOX_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("TOOLBOX_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("TOOLBOX_SMTP_TLS", True)
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("TOOLBOX_EMAIL_FROM", "toolbox@localhost")
