using EcsTools.Show.Pictures;

namespace EcsTools.Show.Serving;

/// <summary>A time of an ECS, and the clock that has it if the ECS is a local one.</summary>
internal readonly record struct Moment(DateTimeOffset Time, DrawnClock? Clock);
