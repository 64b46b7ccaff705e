<?xml version="1.0" encoding="utf-8"?>
<!-- Makes one file of all views, with no blank between the elements: the engine goes through every file, and through every blank, whenever the module is imported. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:strip-space elements="*" />
  <xsl:template match="/">
    <Configuration>
      <ViewDefinitions>
        <xsl:for-each select="//View">
          <xsl:sort select="Name" lang="en" /> <!-- the same bytes, in whatever order the files come -->
          <xsl:copy-of select="." />
        </xsl:for-each>
      </ViewDefinitions>
    </Configuration>
  </xsl:template>
</xsl:stylesheet>
