# Made by clientloom from specs/waylay_rules.yaml and templates/shared/package.py.jinja. Do not edit.
"""The models, one module each."""

from ..api._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ActuatorNode .actuator_node
    CreateTask201Response .create_task201_response
    ErrorResponse .error_response
    ErrorWithDetailsResponse .error_with_details_response
    ExecutionTrigger .execution_trigger
    GateType .gate_type
    GenericTaskSettings .generic_task_settings
    GenericTrigger .generic_trigger
    ListTasksFormatParameter .list_tasks_format_parameter
    ListTasksTagsKeyParameter .list_tasks_tags_key_parameter
    NoteElement .note_element
    OneTimeTaskSetting .one_time_task_setting
    PagingResult .paging_result
    PeriodicTaskSetting .periodic_task_setting
    ReactiveTaskSetting .reactive_task_setting
    RelationNode .relation_node
    RetryConfig .retry_config
    ScheduledTaskSetting .scheduled_task_setting
    SensorNode .sensor_node
    SimplifiedGraph .simplified_graph
    StateChangeTrigger .state_change_trigger
    StatesTrigger .states_trigger
    TaskEntity .task_entity
    TaskEntityPagingResult .task_entity_paging_result
    TaskFromTemplate .task_from_template
    TaskScenarioType .task_scenario_type
    TaskSettings .task_settings
    TaskSpecification .task_specification
    TaskStatus .task_status
    TaskTypeSettings .task_type_settings
    TaskWithRule .task_with_rule
    TaskWithRuleTask .task_with_rule_task
    TriggerStateChange .trigger_state_change
    ValidationIssue .validation_issue
    """,
)
