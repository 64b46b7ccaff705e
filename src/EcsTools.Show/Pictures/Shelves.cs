namespace EcsTools.Show.Pictures;

/// <summary>Puts rectangles side by side on shelves, in their order, so that what stays keeps its place among its neighbors.</summary>
internal static class Shelves
{
    /// <summary>Places rectangles of the given sizes within a width. A rectangle that is wider has a shelf of its own.</summary>
    public static List<Block> Place(IEnumerable<(double Width, double Height)> sizes, double width, double gapX = 0, double gapY = 0)
    {
        const double tolerance = 1e-9; // sums of fractions
        var placed = new List<Block>();
        var (x, y, shelf) = (0.0, 0.0, 0.0);
        foreach (var size in sizes)
        {
            if (x > 0 && x + size.Width > width + tolerance) (x, y, shelf) = (0, y + shelf + gapY, 0);
            placed.Add(new(x, y, size.Width, size.Height));
            x += size.Width + gapX;
            shelf = Math.Max(shelf, size.Height);
        }

        return placed;
    }

    /// <summary>
    /// Places rectangles within a box. As wide and as high together as the box, they always fit: each shelf is as high as one of them.
    /// Those that were made larger to be visible may not, and then all become smaller.
    /// </summary>
    public static List<Block> Fit(IReadOnlyList<(double Width, double Height)> sizes, double width, double height)
    {
        var placed = Place(sizes.Select(size => (Math.Min(size.Width, width), size.Height)), width);
        var needed = placed.Count == 0 ? 0 : placed.Max(block => block.Bottom);
        if (needed <= height) return placed;
        var factor = height / needed;
        return placed.ConvertAll(block => block with { Y = block.Y * factor, Height = block.Height * factor });
    }
}
