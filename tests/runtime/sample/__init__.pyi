from ._runtime.exceptions import ApiException as ApiException
from .api.tasks_api import AsyncTasksApi as AsyncTasksApi
from .api.tasks_api import TasksApi as TasksApi
from .api.tools_api import AsyncToolsApi as AsyncToolsApi
from .api.tools_api import ToolsApi as ToolsApi
from .api_client import ApiClient as ApiClient
from .api_client import AsyncApiClient as AsyncApiClient
from .configuration import Configuration as Configuration
