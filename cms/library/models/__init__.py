"""The pages, snippets and files of the library."""

from cms.library.models.case import CasePage
from cms.library.models.exercise import ExercisePage
from cms.library.models.guide import GuidePage
from cms.library.models.help_box import HelpBox
from cms.library.models.media import ToolboxAudio, ToolboxImage, ToolboxImageRendition
from cms.library.models.places import HomePage, SectionPage
from cms.library.models.scenario import ScenarioPage
from cms.library.models.toolbox_page import ToolboxPage
from cms.library.models.topic import Topic, TopicName

PAGE_OF_KIND = {page.kind: page for page in (ScenarioPage, CasePage, GuidePage, ExercisePage)}

__all__ = [
    "PAGE_OF_KIND",
    "CasePage",
    "ExercisePage",
    "GuidePage",
    "HelpBox",
    "HomePage",
    "ScenarioPage",
    "SectionPage",
    "ToolboxAudio",
    "ToolboxImage",
    "ToolboxImageRendition",
    "ToolboxPage",
    "Topic",
    "TopicName",
]
