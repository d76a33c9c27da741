"""A package as clientloom generates them, by hand: what the tests of the runtime call."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ApiClient .api_client
    ApiException ._runtime.exceptions
    AsyncApiClient .api_client
    AsyncTasksApi .api.tasks_api
    AsyncToolsApi .api.tools_api
    Configuration .configuration
    TasksApi .api.tasks_api
    ToolsApi .api.tools_api
    """,
    distribution="sample-sdk",
)
