"""The models of the sample."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ErrorResponse .error_response
    Execution .execution
    Priority .priority
    SpecialTask .special_task
    Task .task
    TaskSpecification .task_specification
    TaskStatus .task_status
    TaskVersion .task_version
    Tool .tool
    """,
)
