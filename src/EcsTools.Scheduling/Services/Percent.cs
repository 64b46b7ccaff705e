namespace EcsTools.Scheduling.Services;

/// <summary>Percentages of counts in whole numbers.</summary>
internal static class Percent
{
    public static long Up(int count, int percent) => (((long)count * percent) + 99) / 100;

    public static long Down(int count, int percent) => (long)count * percent / 100;
}
