# Made by clientloom from specs/waylay_rules.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .actuator_node import ActuatorNode as ActuatorNode
from .create_task201_response import CreateTask201Response as CreateTask201Response
from .error_response import ErrorResponse as ErrorResponse
from .error_with_details_response import ErrorWithDetailsResponse as ErrorWithDetailsResponse
from .execution_trigger import ExecutionTrigger as ExecutionTrigger
from .gate_type import GateType as GateType
from .generic_task_settings import GenericTaskSettings as GenericTaskSettings
from .generic_trigger import GenericTrigger as GenericTrigger
from .list_tasks_format_parameter import ListTasksFormatParameter as ListTasksFormatParameter
from .list_tasks_tags_key_parameter import ListTasksTagsKeyParameter as ListTasksTagsKeyParameter
from .note_element import NoteElement as NoteElement
from .one_time_task_setting import OneTimeTaskSetting as OneTimeTaskSetting
from .paging_result import PagingResult as PagingResult
from .periodic_task_setting import PeriodicTaskSetting as PeriodicTaskSetting
from .reactive_task_setting import ReactiveTaskSetting as ReactiveTaskSetting
from .relation_node import RelationNode as RelationNode
from .retry_config import RetryConfig as RetryConfig
from .scheduled_task_setting import ScheduledTaskSetting as ScheduledTaskSetting
from .sensor_node import SensorNode as SensorNode
from .simplified_graph import SimplifiedGraph as SimplifiedGraph
from .state_change_trigger import StateChangeTrigger as StateChangeTrigger
from .states_trigger import StatesTrigger as StatesTrigger
from .task_entity import TaskEntity as TaskEntity
from .task_entity_paging_result import TaskEntityPagingResult as TaskEntityPagingResult
from .task_from_template import TaskFromTemplate as TaskFromTemplate
from .task_scenario_type import TaskScenarioType as TaskScenarioType
from .task_settings import TaskSettings as TaskSettings
from .task_specification import TaskSpecification as TaskSpecification
from .task_status import TaskStatus as TaskStatus
from .task_type_settings import TaskTypeSettings as TaskTypeSettings
from .task_with_rule import TaskWithRule as TaskWithRule
from .task_with_rule_task import TaskWithRuleTask as TaskWithRuleTask
from .trigger_state_change import TriggerStateChange as TriggerStateChange
from .validation_issue import ValidationIssue as ValidationIssue

__all__ = [
    "ActuatorNode",
    "CreateTask201Response",
    "ErrorResponse",
    "ErrorWithDetailsResponse",
    "ExecutionTrigger",
    "GateType",
    "GenericTaskSettings",
    "GenericTrigger",
    "ListTasksFormatParameter",
    "ListTasksTagsKeyParameter",
    "NoteElement",
    "OneTimeTaskSetting",
    "PagingResult",
    "PeriodicTaskSetting",
    "ReactiveTaskSetting",
    "RelationNode",
    "RetryConfig",
    "ScheduledTaskSetting",
    "SensorNode",
    "SimplifiedGraph",
    "StateChangeTrigger",
    "StatesTrigger",
    "TaskEntity",
    "TaskEntityPagingResult",
    "TaskFromTemplate",
    "TaskScenarioType",
    "TaskSettings",
    "TaskSpecification",
    "TaskStatus",
    "TaskTypeSettings",
    "TaskWithRule",
    "TaskWithRuleTask",
    "TriggerStateChange",
    "ValidationIssue",
]
